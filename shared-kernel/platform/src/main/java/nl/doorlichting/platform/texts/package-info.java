/** Texts for people, each in Dutch and in English, and the language that a client asks for. */
package nl.doorlichting.platform.texts;
