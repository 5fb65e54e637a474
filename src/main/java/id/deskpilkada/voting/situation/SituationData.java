package id.deskpilkada.voting.situation;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.voting.FieldFaults;
import id.deskpilkada.voting.Security;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The {@code data} of a SITUATION report as it was read. */
record SituationData(Security security, @Nullable Weather weather, @Nullable Power power, @Nullable String remarks) {

    private static final Set<String> FIELDS = Set.of("security", "weather", "power", "remarks", "photos");

    /** @throws id.deskpilkada.platform.Problem 422 {@code MALFORMED} with every field that cannot be read */
    static SituationData read(JsonNode data) {
        var faults = new FieldFaults(data, FIELDS);
        var security = faults.choice("security", Security.values());
        if (!faults.has("security")) {
            faults.refuse("security", null, "FIELD_REQUIRED");
        }
        var weather = faults.choice("weather", Weather.values());
        var power = faults.choice("power", Power.values());
        var remarks = faults.remarks();
        faults.refuseIfWrong();
        return new SituationData(Objects.requireNonNull(security), weather, power, remarks);
    }
}
