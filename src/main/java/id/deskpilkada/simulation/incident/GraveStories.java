package id.deskpilkada.simulation.incident;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.deskpilkada.simulation.photo.FloodPhoto;
import id.deskpilkada.simulation.photo.PhotoKey;
import id.deskpilkada.simulation.play.Errand;
import id.deskpilkada.simulation.play.Office;
import id.deskpilkada.simulation.world.People;
import java.util.List;

/** A flood with a halted vote, an officer who collapses, a brawl that three people report. */
final class GraveStories {

    private static final String KPU = "kpu";

    private final Office office;
    private final Scenes scenes;
    private final byte[] photo;

    GraveStories(Office office, Scenes scenes, long seed) {
        this.office = office;
        this.scenes = scenes;
        this.photo = FloodPhoto.jpeg(seed);
    }

    List<Errand> errands() {
        return List.of(flood(), haltedVote(), collapse(), brawl());
    }

    private Errand flood() {
        var village = scenes.flooded().village();
        var admin = People.villageAdmin(village);
        var data = told(
                "DISASTER",
                "Air kali naik dari subuh, tiga TPS di bawah sudah kemasukan air semata kaki dan masih naik. Kotak suara sudah kami taruh di atas meja. Mohon pompa dan tenda.");
        data.set("location", scenes.near(scenes.flooded()));
        data.putArray("photos").add(PhotoKey.of(photo));
        return new Story(office, "banjir")
                .reported(0.28, admin, village.code(), data)
                .then(0.29, "SEND_PHOTO", () -> office.photo(admin, photo))
                .triaged(0.31, 3, "Foto jelas. Tiga TPS, BPBD diminta bawa pompa.", "bpbd")
                .confirmed(0.33, People.BPBD, "bpbd")
                .onTheWay(0.37, People.BPBD, "bpbd")
                .arrived(0.46, People.BPBD, "bpbd")
                .finished(
                        0.66,
                        People.BPBD,
                        "bpbd",
                        "Dua pompa jalan, tenda dipindah ke halaman sekolah. Air sudah surut.")
                .closed(0.70, "Air surut, ketiga TPS berjalan lagi. Tidak ada logistik yang rusak.")
                .errand();
    }

    /** The report of voting told it; KPU decides about the hours. */
    private Errand haltedVote() {
        var story = new Story(office, "pemungutan terhenti");
        var tps = scenes.flooded().tps();
        return story.then(0.55, "FIND_SIGNAL", () -> story.incident().signalled(tps, "LOGISTICS"))
                .triaged(0.56, 3, "Bagian dari banjir di desa ini. KPU diberi tahu.", KPU)
                .then(0.57, "PASS_ON_TO_KPU", () -> story.incident()
                        .passedOn("Sudah ditelepon ke KPU: pemungutan di TPS ini terhenti karena air masuk."))
                .confirmed(0.58, KPU, KPU)
                .finished(0.74, KPU, KPU, "Pemungutan dilanjutkan; perpanjangan waktu diputuskan KPU.")
                .closed(
                        0.77,
                        Office.object()
                                .put("outcome", "Pemungutan dilanjutkan setelah air surut.")
                                .put("votingResumedAt", office.at(0.76).toString()))
                .errand();
    }

    private Errand collapse() {
        var tps = scenes.collapse().tps();
        return new Story(office, "petugas pingsan")
                .reported(
                        0.40,
                        People.officer(scenes.collapse()),
                        tps,
                        Office.object().put("needsAmbulance", true))
                .confirmed(0.42, People.PSC, "psc")
                .triaged(
                        0.43,
                        4,
                        "Ketua KPPS pingsan, masih bernapas. Warga diminta beri jalan ambulans.",
                        "psc",
                        "dinkes")
                .confirmed(0.44, People.DINKES, "dinkes")
                .onTheWay(0.45, People.PSC, "psc")
                .arrived(0.52, People.PSC, "psc")
                .finished(
                        0.60,
                        People.PSC,
                        "psc",
                        "Sadar, tekanan darah rendah. Dibawa ke puskesmas, tidak dirawat inap.")
                .finished(0.61, People.DINKES, "dinkes", "Puskesmas sudah menerima; anggota KPPS lain menggantikan.")
                .closed(
                        0.63,
                        Office.object()
                                .put("outcome", "Ketua KPPS selamat dan beristirahat; pemungutan tidak terhenti.")
                                .put("hurt", 1))
                .errand();
    }

    private Errand brawl() {
        var station = scenes.brawl();
        var story = new Story(office, "keributan");
        var byKecamatan = new Case(office);
        var byNeighbour = new Case(office);
        var seen = office.at(0.53);
        var second = told("SECURITY", "Ribut di antrean, saling dorong. Linmas kewalahan, minta polisi.");
        var third = told("SECURITY", "Pak ini di depan warung ada yang berantem dekat TPS, ramai sekali!!");
        third.set("location", scenes.near(station));
        return story.then(0.52, "FIND_SIGNAL", () -> story.incident().signalled(station.tps(), "SECURITY"))
                .then(
                        0.53,
                        "TELL_BY_PHONE",
                        () -> byKecamatan.told(
                                People.districtAdmin(station.village().districtCode()),
                                "keributan/linmas",
                                station.tps(),
                                seen,
                                "Linmas TPS",
                                second))
                .then(
                        0.54,
                        "TELL_BY_PHONE",
                        () -> byNeighbour.told(
                                "desk2",
                                "keributan/warga",
                                station.village().code(),
                                seen,
                                "Ibu pemilik warung",
                                third))
                .then(0.56, "MERGE", () -> byKecamatan.mergedInto(story.incident()))
                .then(0.57, "MERGE", () -> byNeighbour.mergedInto(story.incident()))
                .triaged(0.58, 3, "Tiga laporan, kejadian yang sama. Polres diminta ke lokasi.", "polri")
                .confirmed(0.59, People.POLRES, "polri")
                .onTheWay(0.60, People.POLRES, "polri")
                .arrived(0.64, People.POLRES, "polri")
                .finished(
                        0.71,
                        People.POLRES,
                        "polri",
                        "Dua orang ditenangkan, antrean diatur lagi. Dua anggota berjaga.")
                .closed(0.73, closing())
                .errand();
    }

    private static ObjectNode closing() {
        return Office.object()
                .put("outcome", "Sudah tenang, tidak ada yang luka.")
                .put("hurt", 0);
    }

    static ObjectNode told(String category, String description) {
        return Office.object().put("category", category).put("description", description);
    }
}
