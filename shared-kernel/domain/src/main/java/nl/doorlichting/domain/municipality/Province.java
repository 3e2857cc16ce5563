package nl.doorlichting.domain.municipality;

/** A province with its CBS code, as in PV31 Limburg. */
public record Province(String code, String name) {}
