"""The words of “Why it thinks so”: the methods, the check with random weights, the deletion curve."""

TEXTS: dict[str, tuple[str, str]] = {
    "param.alex_second": ("Compare with", "나란히 볼 방법"),
    "param.alex_baseline": ("Baseline", "기준 그림"),
    "param.alex_sanity": ("Random weights", "무작위로 바꿀 가중치"),
    "choice.alex_method.integrated": (
        "Integrated gradients",
        "적분 그래디언트(integrated gradients)",
    ),
    "choice.alex_second.none": ("no other method", "한 방법만"),
    "choice.alex_second.grad_cam": ("Grad-CAM", "Grad-CAM"),
    "choice.alex_second.occlusion": ("Occlusion", "가려 보기(occlusion)"),
    "choice.alex_second.integrated": (
        "Integrated gradients",
        "적분 그래디언트(integrated gradients)",
    ),
    "choice.alex_baseline.black": ("a black picture", "검은 그림"),
    "choice.alex_baseline.blurred": ("the blurred photo", "흐린 사진"),
    "choice.alex_sanity.last": ("of the last layer", "마지막 층"),
    "choice.alex_sanity.dense": ("of all fully connected layers", "모든 완전 연결층"),
    "choice.alex_sanity.all": ("of all layers", "모든 층"),
    "notice.alex_same_method": (
        "{parameter}: {value} is shown already. Now: {used}.",
        "{parameter}: 이미 보고 있는 방법({value})입니다. 지금 값: {used}.",
    ),
    "alex.best_class": ("its best guess: {name}", "1위 답: {name}"),
    "alex.about_grad_cam": (
        "Grad-CAM adds up a layer's maps, each weighted by how much the class's logit grows with "
        "it, and keeps what is above zero.",
        "Grad-CAM은 특징 맵마다 클래스의 로짓을 얼마나 키우는지에 따라 가중치를 주어 모두 더한 다음, "
        "0보다 큰 값만 남깁니다.",
    ),
    "alex.about_occlusion": (
        "A gray patch covers one place after the other. Blue: covered there, the class becomes less "
        "probable, so the network needed that place. Orange: it becomes more probable.",
        "회색 가림판으로 한 곳씩 가려 봅니다. 가렸을 때 확률이 떨어지면 파랑, 곧 신경망에 필요한 "
        "곳이고, 오르면 주황입니다.",
    ),
    "alex.occlude": ("Cover it, place by place", "한 곳씩 가려 보기"),
    "alex.occluding": ("{done} of {total} {total:place|places}", "{total}곳 중 {done}곳"),
    "alex.stop": ("Stop", "중단"),
    "alex.exact_input": ("the network's input, {size}", "신경망의 입력, {size}"),
    "alex.raw_map": ("the map as computed, {size}", "계산된 맵, {size}"),
    "alex.overlay": ("laid over the input", "입력 위에 겹친 모습"),
    "alex.no_evidence": (
        "Nothing in the picture speaks for this class.",
        "이 클래스를 뒷받침하는 곳이 그림에 없습니다.",
    ),
    "alex.patch_of": ("patch {patch}×{patch}", "가림판 {patch}×{patch}"),
    "alex.png": ("Picture (PNG)", "그림 내려받기(PNG)"),
    # Integrated gradients
    "alex.about_integrated": (
        "The picture fades in from a baseline, and all the way each pixel’s gradient is added up, "
        "times what the pixel gained. Blue: the pixel raised the class’s logit. Orange: it lowered it. "
        "Together the pixels make the whole difference of the logit.",
        "기준 그림에서 시작해 사진이 점점 또렷해지는 동안 픽셀마다 그래디언트를 더하고, 그 픽셀이 "
        "변한 만큼 곱합니다. 파랑은 클래스의 로짓을 올린 픽셀, 주황은 내린 픽셀입니다. 모든 픽셀의 "
        "몫을 더하면 로짓이 변한 양이 됩니다.",
    ),
    "alex.integrate": ("Add up the gradients", "그래디언트 더하기"),
    "alex.integrating": (
        "{done} {done:picture|pictures} on the way from the baseline",
        "기준 그림에서 사진까지 중간 그림 {done}장",
    ),
    "alex.from_black": ("from a black picture", "검은 그림부터"),
    "alex.from_blurred": ("from the blurred photo", "흐린 사진부터"),
    "alex.of_black": ("the black picture", "검은 그림"),
    "alex.of_blurred": ("the blurred photo", "흐린 사진"),
    "alex.complete": (
        "The whole map sums to **{total}**. The photo’s logit minus that of {from}: {logit} − "
        "({baseline}) = **{difference}**. They are {gap}% apart, after {steps} {steps:picture|pictures} on the way.",
        "맵의 값을 모두 더하면 **{total}** 입니다. 사진의 로짓에서 {from}의 로짓을 빼면 {logit} − "
        "({baseline}) = **{difference}** 입니다. 두 값의 차이는 {gap}%이고, 중간 그림 {steps}장을 "
        "썼습니다.",
    ),
    "alex.incomplete": (
        "The whole map sums to **{total}**, but the photo’s logit minus that of {from} is {logit} − "
        "({baseline}) = **{difference}**: {gap}% apart, even after {steps} {steps:picture|pictures} on the way. The "
        "logit hardly differs between both ends, but jumps in between; trust this map less.",
        "맵의 값을 모두 더하면 **{total}** 이지만, 사진의 로짓에서 {from}의 로짓을 빼면 {logit} − "
        "({baseline}) = **{difference}** 입니다. 중간 그림을 {steps}장이나 썼는데도 {gap}% 차이가 "
        "납니다. 양 끝의 로짓은 거의 같은데 중간에서 크게 오르내리기 때문입니다. 이 맵은 덜 믿는 "
        "것이 좋습니다.",
    ),
    # Two methods
    "alex.two_alike": (
        "How alike {first} and {second} rank the places of the picture: rank correlation "
        "**{likeness}** (1: the same order, 0: nothing in common, −1: the reverse).",
        "두 방법({first}, {second})이 그림의 각 위치에 매긴 순위가 얼마나 비슷한지 나타내는 순위 상관: "
        "**{likeness}** (1은 같은 순서, 0은 무관, −1은 정반대).",
    ),
    # The check with random weights
    "alex.sanity": (
        "Does the map come from what was learned? Random weights beside it",
        "배운 것에서 나온 맵일까? 무작위 가중치와 비교",
    ),
    "alex.sanity_words": (
        "The same method, photo and class, but the network’s weights are drawn at random, from its end "
        "on: such a network knows nothing. A map that shows what was learned must become another one; "
        "if it stays, it shows the picture’s edges rather than the network’s reasons.",
        "같은 방법, 같은 사진, 같은 클래스에서 신경망의 가중치만 뒤쪽 층부터 무작위로 바꿉니다. 이런 "
        "신경망은 아는 것이 없습니다. 배운 것을 보여 주는 맵이라면 달라져야 합니다. 그대로라면 "
        "신경망의 근거보다는 사진의 윤곽을 보여 주는 것입니다.",
    ),
    "alex.sanity_untrained": (
        "The weights in use are random themselves: there is nothing learned to compare with.",
        "지금 쓰는 가중치도 무작위라서, 배운 것과 비교할 수 없습니다.",
    ),
    "alex.sanity_working": ("Drawing random weights …", "무작위 가중치를 만드는 중입니다…"),
    "alex.sanity_start": ("{method} with random weights", "무작위 가중치로 계산: {method}"),
    "alex.sanity_here": ("{method}, the weights in use", "{method}, 지금 쓰는 가중치"),
    "alex.sanity_last": ("{method}, last layer random", "{method}, 마지막 층만 무작위"),
    "alex.sanity_dense": (
        "{method}, fully connected layers random",
        "{method}, 완전 연결층 모두 무작위",
    ),
    "alex.sanity_all": ("{method}, all layers random", "{method}, 모든 층 무작위"),
    "alex.sanity_number": (
        "Rank correlation of both maps: **{likeness}** (1: the same order of places, 0: nothing in "
        "common).",
        "두 맵의 순위 상관: **{likeness}** (1은 위치의 순서가 같음, 0은 무관).",
    ),
    "alex.sanity_strength": (
        "Of their strengths, without signs: **{likeness}**.",
        "부호를 빼고 크기만 비교하면: **{likeness}**.",
    ),
    "alex.sanity_is_same": (
        "They are much alike: this map hardly depends on what was learned, so it is no evidence of "
        "the network’s reasons.",
        "아주 비슷합니다. 이 맵은 배운 것에 거의 좌우되지 않으므로 신경망의 근거로 볼 수 없습니다.",
    ),
    "alex.sanity_is_places": (
        "What speaks for and against has changed, but where the marks are has not: the method "
        "multiplies by the picture, so its places show the picture; believe the signs, not the outline.",
        "무엇이 찬성이고 반대인지는 달라졌지만 표시된 위치는 그대로입니다. 그림을 곱하는 방법이라 "
        "위치에는 그림 자체가 드러납니다. 윤곽보다는 부호를 믿어야 합니다.",
    ),
    "alex.sanity_is_half": (
        "They are partly alike: some of this map is the picture itself and not what was learned.",
        "일부는 비슷합니다. 이 맵에는 배운 것이 아니라 그림 자체에서 온 부분도 있습니다.",
    ),
    "alex.sanity_is_other": (
        "They differ: without what was learned the map is another one, as it should be.",
        "서로 다릅니다. 배운 것이 없어지자 맵도 달라졌으니, 마땅한 결과입니다.",
    ),
    "alex.sanity_nothing": (
        "One of the two maps is empty: nothing speaks for the class there, so there is no order to "
        "compare. Nothing of the other map has stayed.",
        "두 맵 가운데 하나는 비어 있습니다. 클래스를 뒷받침하는 곳이 없어 순서를 비교할 수 없고, 다른 "
        "맵에서 남은 것도 없습니다.",
    ),
    # The deletion curve
    "alex.deletion": (
        "Do the marked places matter? Take them away",
        "표시된 곳이 정말 중요할까? 지워 보기",
    ),
    "alex.deletion_words": (
        "Squares of {square}×{square} {square:pixel|pixels} become blurred, those that the map marks most first, and the "
        "network answers again each time. If the map is right, the probability falls sooner than "
        "when the squares go in random order ({orders} {orders:order|orders}; the gray band reaches from the lowest to "
        "the highest).",
        "{square}×{square}픽셀 칸을 맵에 가장 강하게 표시된 것부터 흐리게 지우면서 그때마다 신경망에 "
        "다시 물어봅니다. 맵이 옳다면 무작위 순서로 지울 때보다 확률이 먼저 떨어집니다(무작위 순서 "
        "{orders}가지, 회색 띠는 가장 낮은 값부터 가장 높은 값까지).",
    ),
    "alex.deletion_start": ("Take away square after square", "한 칸씩 지우기"),
    "alex.deleting": ("order {done} of {total}", "순서 {total}가지 중 {done}번째"),
    "alex.chance": ("random order", "무작위 순서"),
    "alex.gone": ("gone, share of the picture", "지운 부분의 비율"),
    "alex.remaining": ("probability of the class", "클래스의 확률"),
    "alex.deletion_alt": (
        "The class’s probability while squares of the picture go. Area under the curve: {methods}; "
        "random order {chance}.",
        "그림의 칸을 지울 때 클래스의 확률. 곡선 아래 넓이: {methods}, 무작위 순서 {chance}.",
    ),
    "alex.deletion_under": (
        "{method}: the area under its curve is **{area}**, under random order {chance} ({least} to "
        "{most}). It falls sooner than in every random order: what is marked does matter to the answer.",
        "{method}: 곡선 아래 넓이는 **{area}**, 무작위 순서는 {chance}({least}부터 {most}까지)입니다. "
        "어느 무작위 순서보다도 먼저 떨어지므로, 표시된 곳은 실제로 답에 중요합니다.",
    ),
    "alex.deletion_within": (
        "{method}: the area under its curve is **{area}**, under random order {chance} ({least} to "
        "{most}). It falls sooner than random order on average, but not than every one: weak evidence.",
        "{method}: 곡선 아래 넓이는 **{area}**, 무작위 순서는 {chance}({least}부터 {most}까지)입니다. "
        "무작위 순서의 평균보다는 먼저 떨어지지만 모두를 앞서지는 못하므로, 약한 근거입니다.",
    ),
    "alex.deletion_over": (
        "{method}: the area under its curve is **{area}**, under random order {chance} ({least} to "
        "{most}). It falls no sooner than random order: this map does not mark what matters to the answer.",
        "{method}: 곡선 아래 넓이는 **{area}**, 무작위 순서는 {chance}({least}부터 {most}까지)입니다. "
        "무작위 순서보다 먼저 떨어지지 않으므로, 이 맵은 답에 중요한 곳을 짚지 못했습니다.",
    ),
    "alex.quarter_gone": ("a quarter gone: {method}", "4분의 1을 지운 모습: {method}"),
    "alex.deletion_csv": ("Numbers of the curves (CSV)", "곡선의 값 내려받기(CSV)"),
}
