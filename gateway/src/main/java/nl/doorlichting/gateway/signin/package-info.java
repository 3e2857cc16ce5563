/** Signing in at the identity provider, for people who read the review page (ADR 77). */
package nl.doorlichting.gateway.signin;
