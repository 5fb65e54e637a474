package id.deskpilkada.dashboard.map;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/** What an address of the map asks for; each link of the page is the same question with one thing changed. */
record MapQuestion(String election, String round, String region, String layer) {

    public MapQuestion in(String other) {
        return new MapQuestion(election, round, other, layer);
    }

    public MapQuestion on(String other) {
        return new MapQuestion(election, round, region, other);
    }

    public String url() {
        return page("/desk/peta");
    }

    public String partUrl() {
        return page("/desk/peta/tabel");
    }

    public String areasUrl() {
        return address("/api/map/areas", Map.of("region", region));
    }

    public String stationsUrl() {
        return page("/api/map/stations").replace("lapis=", "layer=");
    }

    private String page(String path) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("region", region);
        parameters.put("lapis", layer);
        parameters.put("election", election);
        parameters.put("round", round);
        return address(path, parameters);
    }

    private static String address(String path, Map<String, String> parameters) {
        var address = UriComponentsBuilder.fromPath(path);
        parameters.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(parameters).toUriString();
    }
}
