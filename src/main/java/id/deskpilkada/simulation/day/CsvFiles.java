package id.deskpilkada.simulation.day;

import static id.deskpilkada.simulation.http.CsvText.row;
import static id.deskpilkada.simulation.http.CsvText.table;

import id.deskpilkada.simulation.world.Contest;
import id.deskpilkada.simulation.world.Sketch;
import id.deskpilkada.simulation.world.World;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The files that an administrator would upload. */
final class CsvFiles {

    private CsvFiles() {}

    static String regions(World world, Sketch sketch) {
        return table("kode,nama,lat,lng", world.territory().places().stream().map(place -> {
            var middle = sketch.middle(place.area());
            return row(place.code(), place.name(), middle.lat(), middle.lng());
        }));
    }

    static String stations(World world, Sketch sketch, long seed) {
        return table("kode_tps,alamat,lat,lng", world.stations().stream().map(station -> {
            var spot = sketch.spot(seed, station);
            var address = "TPS " + station.number() + " " + station.village().name() + " (karangan)";
            return row(station.tps(), address, spot.lat(), spot.lng());
        }));
    }

    static String voterLists(World world) {
        return table(
                "kode_tps,jenis_pemilihan,dpt_l,dpt_p,dpt_j",
                world.stations().stream().flatMap(station -> Arrays.stream(Contest.values())
                        .map(contest -> row(
                                station.tps(),
                                contest.name(),
                                station.voters(contest).male(),
                                station.voters(contest).female(),
                                station.voters(contest).total()))));
    }

    static String candidates() {
        return table(
                "race,nomor_urut,nama_paslon,warna",
                Arrays.stream(Contest.values()).flatMap(contest -> contest.pairs().stream()
                        .map(pair ->
                                row(contest.name(), contest.pairs().indexOf(pair) + 1, pair.name(), pair.colour()))));
    }

    /** Everybody has a number that reaches nobody: no toll-free line begins so. */
    static String staff(World world, String password) {
        var people = world.people();
        return table(
                "username,nama,peran,wilayah,telepon,kata_sandi",
                IntStream.range(0, people.size()).mapToObj(at -> {
                    var person = people.get(at);
                    return row(
                            person.username(),
                            person.name(),
                            person.role(),
                            person.scope(),
                            "0800000%04d".formatted(at + 1),
                            password);
                }));
    }
}
