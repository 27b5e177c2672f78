"""Knowledge as data: what words mean and who is who, with SOURCES.md."""
