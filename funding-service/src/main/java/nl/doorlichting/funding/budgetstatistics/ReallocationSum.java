package nl.doorlichting.funding.budgetstatistics;

import java.math.BigDecimal;
import nl.doorlichting.domain.vocabulary.ReallocationReason;

/** What went to one destination for one reason in one year, in euros. */
record ReallocationSum(String destination, ReallocationReason reason, int year, BigDecimal amount) {}
