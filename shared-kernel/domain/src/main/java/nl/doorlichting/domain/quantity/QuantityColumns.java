package nl.doorlichting.domain.quantity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * A {@link Quantity} in the columns of a table: {@code quantity_kind text}, {@code quantity_value},
 * {@code quantity_plus_minus}, {@code quantity_minimum}, {@code quantity_maximum bigint}, {@code quantity_text text};
 * null where the kind has no such part. An entity with two quantities renames the columns of one by
 * {@code @AttributeOverrides}, keeping the part after the prefix, which {@link QuantitySql} relies on.
 */
@Embeddable
public class QuantityColumns {

    @Enumerated(EnumType.STRING)
    @Column(name = "quantity_kind")
    private QuantityKind kind;

    @Column(name = "quantity_value")
    private Long value;

    @Column(name = "quantity_plus_minus")
    private Long plusMinus;

    @Column(name = "quantity_minimum")
    private Long minimum;

    @Column(name = "quantity_maximum")
    private Long maximum;

    @Column(name = "quantity_text")
    private String text;

    /** For the persistence provider. */
    protected QuantityColumns() {}

    private QuantityColumns(QuantityKind kind, Long value, Long plusMinus, Long minimum, Long maximum, String text) {
        this.kind = kind;
        this.value = value;
        this.plusMinus = plusMinus;
        this.minimum = minimum;
        this.maximum = maximum;
        this.text = text;
    }

    /** The columns of a quantity; null for null, so that an optional quantity leaves all columns empty. */
    public static QuantityColumns of(Quantity quantity) {
        if (quantity == null) {
            return null;
        }
        if (quantity instanceof Quantity.Exact exact) {
            return ofValue(quantity.kind(), exact.value(), null);
        }
        if (quantity instanceof Quantity.Approximate approximate) {
            return ofValue(quantity.kind(), approximate.value(), approximate.plusMinus());
        }
        if (quantity instanceof Quantity.Range range) {
            return new QuantityColumns(quantity.kind(), null, null, range.minimum(), range.maximum(), null);
        }
        if (quantity instanceof Quantity.AtLeast atLeast) {
            return ofValue(quantity.kind(), atLeast.value(), null);
        }
        if (quantity instanceof Quantity.Vague vague) {
            return ofText(quantity.kind(), vague.text());
        }
        return ofText(quantity.kind(), ((Quantity.NotMeasured) quantity).reason());
    }

    /**
     * The quantity that the columns hold.
     *
     * @throws IllegalArgumentException when a row says what no quantity can be
     */
    public Quantity toQuantity() {
        return switch (kind) {
            case EXACT -> new Quantity.Exact(stated(value));
            case APPROXIMATE -> new Quantity.Approximate(stated(value), plusMinus);
            case RANGE -> new Quantity.Range(stated(minimum), stated(maximum));
            case AT_LEAST -> new Quantity.AtLeast(stated(value));
            case VAGUE -> new Quantity.Vague(text);
            case NOT_MEASURED -> new Quantity.NotMeasured(text);
        };
    }

    private long stated(Long part) {
        if (part == null) {
            throw new IllegalArgumentException("a stored quantity of kind " + kind + " lacks a number");
        }
        return part;
    }

    private static QuantityColumns ofValue(QuantityKind kind, long value, Long plusMinus) {
        return new QuantityColumns(kind, value, plusMinus, null, null, null);
    }

    private static QuantityColumns ofText(QuantityKind kind, String text) {
        return new QuantityColumns(kind, null, null, null, null, text);
    }
}
