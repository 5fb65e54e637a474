package id.deskpilkada.simulation.world;

import java.util.List;

/** The whole made-up regency before its election day. */
public record World(Territory territory, List<Station> stations, List<Person> people) {

    /** Where a visitor works: half of its forms are left to them. */
    private static final String VISITORS_VILLAGE = "36.04.05.2002";

    /** @param districts how many of the 29 districts take part, from the first; 0 for all */
    public static World of(long seed, int districts) {
        var whole = Territory.read();
        var stations = Stations.of(whole, seed);
        var taking = districts == 0 ? whole.districts() : whole.districts().subList(0, districts);
        var codes = taking.stream().map(Place::code).toList();
        var territory = new Territory(whole.places().stream()
                .filter(place -> !place.isDistrict() && !place.isVillage()
                        || codes.stream().anyMatch(place.code()::startsWith))
                .toList());
        var taken = stations.stream()
                .filter(station -> codes.contains(station.village().districtCode()))
                .toList();
        return new World(territory, taken, new People(seed).of(territory, taken));
    }

    /** The map of the whole regency, however many of its districts take part. */
    public static Sketch sketch() {
        return Sketch.of(Territory.read().villages());
    }

    public Place visitorsVillage() {
        return territory.villages().stream()
                .filter(village -> village.code().equals(VISITORS_VILLAGE))
                .findFirst()
                .orElseThrow();
    }

    public List<Station> stationsOf(Place village) {
        return stations.stream()
                .filter(station -> station.village().equals(village))
                .toList();
    }

    public Person person(String username) {
        return people.stream()
                .filter(person -> person.username().equals(username))
                .findFirst()
                .orElseThrow();
    }
}
