package id.deskpilkada.staff.directory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which kinds of contacts there are; an installation adds its own by a setting. The names are what officials read.
 *
 * @param kinds by code, as imports write it
 */
@ConfigurationProperties("desk.directory")
record ContactKinds(@DefaultValue Map<String, Kind> kinds) {

    ContactKinds {
        var upper = new LinkedHashMap<String, Kind>();
        kinds.forEach((code, kind) -> upper.put(code.toUpperCase(Locale.ROOT), kind));
        kinds = upper;
    }

    /**
     * @param emergency whether its numbers are shown first, on the field pages and on posters
     * @param personal whether a person stands behind it: seen inside one's own area only, and every view leaves an entry in the trail
     */
    record Kind(String name, @DefaultValue("false") boolean emergency, @DefaultValue("false") boolean personal) {}

    Optional<Kind> of(String code) {
        return Optional.ofNullable(kinds.get(code));
    }

    public String name(String code) {
        return of(code).map(Kind::name).orElse(code);
    }

    boolean personal(String code) {
        return of(code).map(Kind::personal).orElse(true);
    }

    boolean emergency(String code) {
        return of(code).map(Kind::emergency).orElse(false);
    }

    public List<String> codes() {
        return List.copyOf(kinds.keySet());
    }

    List<String> emergencies() {
        return codes().stream().filter(this::emergency).toList();
    }

    List<String> impersonal() {
        return codes().stream().filter(code -> !personal(code)).toList();
    }
}
