"""Pictures drawn with QtGui, without widgets: slates and practice scenes."""
