package id.deskpilkada.dashboard;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** Addresses of pages with what they ask for. */
public final class PageAddress {

    private PageAddress() {}

    /** @param namesAndValues in turns; what is null, empty or 0 says nothing and is left out */
    public static String of(String path, @Nullable Object... namesAndValues) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            var value = namesAndValues[at + 1];
            if (value != null && !value.equals("") && !value.equals(0)) {
                parameters.put(String.valueOf(namesAndValues[at]), value);
            }
        }
        var address = UriComponentsBuilder.fromPath(path);
        parameters.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(parameters).toUriString();
    }
}
