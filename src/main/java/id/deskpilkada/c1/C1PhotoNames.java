package id.deskpilkada.c1;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The photos that a report names by SHA-256; their form is the ledger's to check. */
final class C1PhotoNames {

    private C1PhotoNames() {}

    static List<String> of(JsonNode data) {
        var names = new ArrayList<String>();
        data.path("photos").forEach(hash -> names.add(hash.asText()));
        return names;
    }
}
