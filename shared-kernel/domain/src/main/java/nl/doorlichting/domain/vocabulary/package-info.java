/** The codes that more than one service uses. Their wording is in the room {@code api}. */
package nl.doorlichting.domain.vocabulary;
