package nl.doorlichting.gateway.codelists;

/**
 * Name and path of a codelist.
 *
 * @param name name of the codelist in kebab-case, as in action-lines
 * @param href path of the codelist
 */
public record CodelistReference(String name, String href) {}
