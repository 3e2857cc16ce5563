package nl.doorlichting.gateway.codelists;

/** Name and path of a codelist. */
public record CodelistReference(String name, String href) {}
