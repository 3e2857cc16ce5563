/** Tokens and the identity provider whose keys verify them. */
package nl.doorlichting.platform.identity;
