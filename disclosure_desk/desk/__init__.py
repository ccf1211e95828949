"""The desktop: Qt, only here."""
