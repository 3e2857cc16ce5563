package nl.doorlichting.domain.place;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.List;

/**
 * A {@link Place} in the columns of a table: {@code place_scope text}, {@code place_municipalities text[]} (never null
 * for a place, empty without codes), {@code place_sub_area text}, {@code place_country text}.
 */
@Embeddable
public class PlaceColumns {

    @Enumerated(EnumType.STRING)
    @Column(name = "place_scope")
    private PlaceScope scope;

    @Column(name = "place_municipalities")
    private String[] municipalities;

    @Column(name = "place_sub_area")
    private String subArea;

    @Column(name = "place_country")
    private String country;

    /** For the persistence provider. */
    protected PlaceColumns() {}

    private PlaceColumns(PlaceScope scope, String[] municipalities, String subArea, String country) {
        this.scope = scope;
        this.municipalities = municipalities;
        this.subArea = subArea;
        this.country = country;
    }

    /** The columns of a place; null for null, so that a place not stated leaves all columns empty. */
    public static PlaceColumns of(Place place) {
        return place == null
                ? null
                : new PlaceColumns(
                        place.scope(), place.municipalities().toArray(String[]::new), place.subArea(), place.country());
    }

    /** The columns as they were read; null where they hold no place. */
    public static PlaceColumns of(PlaceScope scope, String[] municipalities, String subArea, String country) {
        return scope == null ? null : new PlaceColumns(scope, municipalities, subArea, country);
    }

    /** The place that the columns hold. */
    public Place toPlace() {
        return new Place(scope, List.of(municipalities), subArea, country);
    }
}
