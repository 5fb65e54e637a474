package id.deskpilkada.simulation.world;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The places of the demo, with their real names, in the order of their codes. */
public record Territory(List<Place> places) {

    private static final String FILE = "/demo/regions.csv";
    private static final int SILENT = 2;

    public Territory {
        places = List.copyOf(places);
    }

    public static Territory read() {
        try (var file = Objects.requireNonNull(Territory.class.getResourceAsStream(FILE));
                var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return new Territory(lines.lines()
                    .skip(1)
                    .map(line -> line.split(",", 2))
                    .map(cells -> new Place(cells[0], cells[1]))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<Place> districts() {
        return places.stream().filter(Place::isDistrict).toList();
    }

    public List<Place> villages() {
        return places.stream().filter(Place::isVillage).toList();
    }

    /** Villages of which nothing comes on the day. */
    public List<Place> silentVillages() {
        var villages = villages();
        return villages.subList(villages.size() - SILENT, villages.size());
    }

    /** The one for which its camat names nobody. */
    public Place villageWithoutAdmin() {
        return silentVillages().get(SILENT - 1);
    }

    public List<Place> villagesOf(Place district) {
        return villages().stream()
                .filter(village -> village.districtCode().equals(district.code()))
                .toList();
    }

    public Place district(Place village) {
        return places.stream()
                .filter(place -> place.code().equals(village.districtCode()))
                .findFirst()
                .orElseThrow();
    }
}
