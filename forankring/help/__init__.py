"""The help pages: docs/method.md and docs/glossary.md as they stand, in the design system's clothes."""
