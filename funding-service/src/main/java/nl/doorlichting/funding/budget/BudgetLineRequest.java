package nl.doorlichting.funding.budget;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import nl.doorlichting.platform.json.NaturalId;

/**
 * A new line of a programme's budget.
 *
 * @param programme code of the programme, such as APR-2007-2011
 * @param code code, unique in its programme; capitals and small letters count as the same
 * @param name name as printed in the budget
 * @param parentId id of the line of the same programme above this one; absent for the root, of which there is one
 * @param ceiling true where commitments, and apart from them payments, on this line and all lines below it come to no
 *     more in a year than is spendable here; false when absent
 * @param position place among the lines with the same parent, the lowest first and equal ones by code; if absent it
 *     comes last, by code
 */
public record BudgetLineRequest(
        @NotBlank @Size(max = 40) String programme,
        @NotBlank @Size(max = 100) @NaturalId String code,
        @NotBlank @Size(max = 200) String name,
        UUID parentId,
        Boolean ceiling,
        @Min(0) Integer position) {}
