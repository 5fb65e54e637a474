package id.deskpilkada.simulation.day;

import id.deskpilkada.simulation.world.Contest;
import id.deskpilkada.simulation.world.World;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files that an administrator would upload. */
final class CsvFiles {

    private CsvFiles() {}

    static String regions(World world) {
        return table("kode,nama", world.territory().places().stream().map(place -> row(place.code(), place.name())));
    }

    static String stations(World world) {
        return table(
                "kode_tps,alamat",
                world.stations().stream()
                        .map(station -> row(
                                station.tps(),
                                "TPS " + station.number() + " "
                                        + station.village().name() + " (karangan)")));
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

    static String staff(World world, String password) {
        return table(
                "username,nama,peran,wilayah,kata_sandi",
                world.people().stream()
                        .map(person -> row(person.username(), person.name(), person.role(), person.scope(), password)));
    }

    private static String table(String header, Stream<String> rows) {
        return header + "\n" + rows.collect(Collectors.joining("\n")) + "\n";
    }

    private static String row(Object... cells) {
        return Arrays.stream(cells)
                .map(cell -> "\"" + cell.toString().replace("\"", "\"\"") + "\"")
                .collect(Collectors.joining(","));
    }
}
