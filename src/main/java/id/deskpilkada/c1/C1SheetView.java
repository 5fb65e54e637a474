package id.deskpilkada.c1;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.deskpilkada.c1.written.C1Data;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person needs to work on one form: the printed form to fill in, its photos, and as much of what others wrote as this person may see.
 *
 * @param extent {@code VOTES} for sections IV and V only, else {@code ALL}
 * @param withheld no numbers and no rule results, because this person could be the one who verifies the form
 * @param photos SHA-256 of each photo that has arrived
 * @param photoRejection why the reporter has the form back, in words
 * @param written the numbers that stand; null when there are none or they are withheld
 * @param findings rules that these numbers do not meet
 * @param comparison the entries between which the desk decides; null for everybody else
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record C1SheetView(
        String disclaimer,
        String election,
        String round,
        String race,
        String raceName,
        String tps,
        String station,
        String law,
        String extent,
        C1State state,
        boolean withheld,
        List<C1Sheet.Section> sections,
        List<String> photos,
        @Nullable String photoRejection,
        @Nullable C1Data written,
        List<C1View.RuleView> findings,
        @Nullable C1Comparison comparison) {}
