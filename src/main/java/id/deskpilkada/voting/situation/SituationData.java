package id.deskpilkada.voting.situation;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.fieldreport.form.FilledForm;
import id.deskpilkada.voting.Security;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The {@code data} of a SITUATION report as it was read. */
record SituationData(Security security, @Nullable Weather weather, @Nullable Power power, @Nullable String remarks) {

    /** @throws id.deskpilkada.platform.Problem 422 {@code MALFORMED} with every field that cannot be read */
    static SituationData read(JsonNode data) {
        var form = FilledForm.of(SituationForm.ANY_HOUR, data);
        form.refuseIfWrong();
        return new SituationData(
                Objects.requireNonNull(form.choice("security", Security.class)),
                form.choice("weather", Weather.class),
                form.choice("power", Power.class),
                form.text("remarks"));
    }
}
