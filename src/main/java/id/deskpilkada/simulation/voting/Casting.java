package id.deskpilkada.simulation.voting;

import id.deskpilkada.simulation.voting.Hours.Slot;
import id.deskpilkada.simulation.world.Dice;
import id.deskpilkada.simulation.world.People;
import id.deskpilkada.simulation.world.Place;
import id.deskpilkada.simulation.world.Station;
import id.deskpilkada.simulation.world.World;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who plays which part in the hours of voting: the same people and TPS on every run of the same seed. */
public final class Casting {

    private static final int LATE_VILLAGES = 2;
    private static final Set<String> BEFORE_THE_VISITOR = Set.of(Hours.PREPARING, Hours.OPENING);

    private final World world;
    private final List<Place> silent;
    private final List<Place> late;
    private final Map<Station, Mishap> mishaps = new LinkedHashMap<>();

    public Casting(World world, long seed) {
        this.world = world;
        this.silent = world.territory().silentVillages();
        this.late = world.territory().villagesOf(world.territory().district(world.visitorsVillage())).stream()
                .filter(village -> !village.equals(world.visitorsVillage()) && !silent.contains(village))
                .limit(LATE_VILLAGES)
                .toList();
        var pool = world.stations().stream()
                .filter(this::isOrdinary)
                .sorted(Comparator.comparingLong(
                        station -> Dice.of(seed, "mishap", station.tps()).nextLong()))
                .toList();
        int next = 0;
        for (var mishap : Mishap.values()) {
            int end = Math.min(pool.size(), next + mishap.share(pool.size()));
            pool.subList(next, end).forEach(station -> mishaps.put(station, mishap));
            next = end;
        }
    }

    private boolean isOrdinary(Station station) {
        var village = station.village();
        return !silent.contains(village) && !late.contains(village) && !village.equals(world.visitorsVillage());
    }

    Mishap mishap(Station station) {
        return mishaps.getOrDefault(station, Mishap.NONE);
    }

    /** The TPS where voting stops for a while. */
    public Station halted() {
        return first(Mishap.HALTED);
    }

    /** The TPS where people quarrel. */
    public Station unruly() {
        return first(Mishap.UNREST);
    }

    private Station first(Mishap wanted) {
        return mishaps.entrySet().stream()
                .filter(entry -> entry.getValue() == wanted)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    /** TPS of the visitor's district of whose voting nothing special is told. */
    public List<Station> calm() {
        return world.stations().stream()
                .filter(station -> isOrdinary(station) && mishap(station) == Mishap.NONE)
                .filter(station -> station.village()
                        .districtCode()
                        .equals(world.visitorsVillage().districtCode()))
                .toList();
    }

    /** TPS from which something is heard, in the order of their codes. */
    List<Station> reporting() {
        return world.stations().stream()
                .filter(station -> !silent.contains(station.village()))
                .toList();
    }

    List<Place> reportingVillages() {
        return world.territory().villages().stream()
                .filter(village -> !silent.contains(village))
                .toList();
    }

    /** From ten o'clock on every second TPS of one village is the visitor's. */
    boolean leftToVisitor(Station station, Slot slot) {
        return station.village().equals(world.visitorsVillage())
                && Integer.parseInt(station.number()) % 2 == 0
                && !BEFORE_THE_VISITOR.contains(slot.name());
    }

    /** Their reports of 07.30 come after the deadline, so that their camat calls. They lie in the visitor's district. */
    public List<Place> lateVillages() {
        return late;
    }

    boolean isLate(Station station, Slot slot) {
        return slot.name().equals(Hours.OPENING) && late.contains(station.village());
    }

    /** Has no signal: its camat excuses it. */
    public Place excusedVillage() {
        return silent.get(0);
    }

    /** Nothing comes from there, and nobody excuses it. */
    public Place missingVillage() {
        return silent.get(1);
    }

    /** Where voting goes on longer. */
    public List<Station> extended() {
        return mishaps.entrySet().stream()
                .filter(entry -> entry.getValue().isExtended())
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparing(Station::tps))
                .toList();
    }

    /** The officer of the TPS where it has one of its own, else the admin of its village. */
    public String reporter(Station station) {
        var officer = People.officer(station);
        return world.people().stream().anyMatch(person -> person.username().equals(officer))
                ? officer
                : People.villageAdmin(station.village());
    }

    /** Whose admin reports a TPS that is not theirs. */
    Place strangersVillage() {
        return world.visitorsVillage();
    }
}
