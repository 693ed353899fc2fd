"""The worked example, all of it invented: what `manage.py demo` loads so that people can look around and try."""
