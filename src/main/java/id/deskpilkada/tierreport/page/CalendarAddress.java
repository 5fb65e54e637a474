package id.deskpilkada.tierreport.page;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What an address of the calendar asks for; what is empty does not matter.
 *
 * @param region dotted code of a district
 * @param state code of a {@link CellState}; {@code perlu} for whatever waits for somebody
 * @param slot the one that is listed; empty for the one that matters now
 */
record CalendarAddress(String election, String round, String region, String state, String slot) {

    static final String WANTING = "perlu";

    CalendarAddress at(String other) {
        return new CalendarAddress(election, round, region, state, other);
    }

    public CalendarAddress only(String other) {
        return new CalendarAddress(election, round, region, other, slot);
    }

    CalendarAddress ofRound(String otherElection, String otherRound) {
        return new CalendarAddress(otherElection, otherRound, region, state, "");
    }

    public boolean isFiltered() {
        return !(region + state).isEmpty();
    }

    public String plainUrl() {
        return new CalendarAddress(election, round, "", "", slot).url();
    }

    public String url() {
        return address("/desk/laporan");
    }

    /** The address of the part that is fetched again when something changed. */
    public String partUrl() {
        return address("/desk/laporan/kalender");
    }

    private String address(String path) {
        var asked = new LinkedHashMap<String, String>();
        asked.put("slot", slot);
        asked.put("keadaan", state);
        asked.put("region", region);
        asked.put("election", election);
        asked.put("round", round);
        var address = UriComponentsBuilder.fromPath(path);
        asked.entrySet().removeIf(parameter -> parameter.getValue().isEmpty());
        asked.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(Map.copyOf(asked)).toUriString();
    }
}
