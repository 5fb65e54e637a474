package id.deskpilkada.tally;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * The unofficial totals of a race in a place and one level below it.
 *
 * @param basis {@code received} or {@code verified}
 * @param asOf when one of the figures last changed, in the regency's time; the moment of asking as long as there are none
 */
public record TallyView(
        String disclaimer,
        String election,
        String round,
        String race,
        String basis,
        @JsonUnwrapped TallyFigures figures,
        OffsetDateTime asOf,
        List<TallyFigures> children) {}
