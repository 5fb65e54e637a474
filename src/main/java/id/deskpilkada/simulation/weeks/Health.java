package id.deskpilkada.simulation.weeks;

import id.deskpilkada.simulation.http.Answer;
import id.deskpilkada.simulation.http.CsvText;
import id.deskpilkada.simulation.play.Errand;
import id.deskpilkada.simulation.play.Office;
import id.deskpilkada.simulation.world.People;
import id.deskpilkada.simulation.world.World;
import java.util.List;
import java.util.stream.IntStream;

/** One puskesmas has screened its officers; one referral is open. The other puskesmas of the district is left to the visitor. */
final class Health {

    private static final int WEEKS_AGO = 2;
    /** Which officers are at risk; the last of them is not looked after yet. */
    private static final List<Integer> AT_RISK = List.of(4, 13, 27, 31, 40);

    private final Office office;
    private final Officers officers;

    Health(Office office, World world, Places places, long seed) {
        this.office = office;
        this.officers = new Officers(world, places, seed);
    }

    List<Errand> errands() {
        return List.of(new Errand(office.step("SCREEN_OFFICERS", 0.3, this::screen)));
    }

    private Answer screen() {
        var screened = officers.screened();
        var day = office.day().minusWeeks(WEEKS_AGO);
        var rows = IntStream.range(0, screened.size()).mapToObj(at -> {
            boolean risk = AT_RISK.contains(at);
            boolean looked = risk && at != AT_RISK.get(AT_RISK.size() - 1);
            return CsvText.row(
                    screened.get(at).code(), day, risk ? "berisiko" : "tidak berisiko", "ya", looked ? "ya" : "tidak");
        });
        return office.file(
                People.PUSKESMAS,
                "screenings",
                CsvText.table("kode_petugas,tanggal_skrining,hasil,jkn,tindak_lanjut", rows));
    }
}
