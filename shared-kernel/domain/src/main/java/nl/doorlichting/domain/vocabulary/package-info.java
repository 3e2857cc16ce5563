/** The codes that more than one service uses, or that rows of figures can be by. Their wording is in the room {@code api}. */
package nl.doorlichting.domain.vocabulary;
