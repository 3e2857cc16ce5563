package nl.doorlichting.training.attendance;

import nl.doorlichting.domain.vocabulary.Profession;

/** How many of one profession were present; those without a known profession stand in none. */
public record ProfessionCount(Profession profession, int present) {}
