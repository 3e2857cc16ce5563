package nl.doorlichting.reporting.inventoryrounds;

import java.util.UUID;
import nl.doorlichting.domain.period.Period;

/** What other features see of a round; {@code period} holds the days that its figures are about. */
public record InventoryRoundFacts(UUID id, String programme, String code, Period period) {}
