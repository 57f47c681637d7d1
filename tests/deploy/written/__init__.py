"""What lies in deploy/ for engines and clusters, read by the schemas and programs that know it."""
