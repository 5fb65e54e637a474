package id.deskpilkada.incident.phone;

import id.deskpilkada.platform.Problem;
import java.util.Arrays;
import java.util.HashMap;

/** What one tap and one confirmation are enough for. */
enum Emergency {
    AMBULANS("ambulans", "ya"),
    KEBAKARAN("pilihan", "FIRE");

    private final String field;
    private final String value;

    Emergency(String field, String value) {
        this.field = field;
        this.value = value;
    }

    /** @throws Problem 422 {@code UNKNOWN_EMERGENCY} */
    static Emergency of(String name) {
        return Arrays.stream(values())
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.unprocessable("UNKNOWN_EMERGENCY"));
    }

    /** Where and under which id is all that is taken from the form. */
    TypedIncident report(TypedIncident typed) {
        var fields = new HashMap<String, String>();
        for (var kept : new String[] {"id", "election", "round", "tempat"}) {
            fields.put(kept, typed.text(kept));
        }
        fields.put(field, value);
        return new TypedIncident(fields, typed.photos());
    }
}
