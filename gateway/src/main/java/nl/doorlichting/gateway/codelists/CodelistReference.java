package nl.doorlichting.gateway.codelists;

/** That there is a codelist of this name, and its path. */
public record CodelistReference(String name, String href) {}
