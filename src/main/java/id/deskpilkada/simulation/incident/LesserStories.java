package id.deskpilkada.simulation.incident;

import id.deskpilkada.simulation.play.Errand;
import id.deskpilkada.simulation.play.Office;
import id.deskpilkada.simulation.world.Station;
import java.util.List;

/** What happens on every election day, a rumour, and what is left to the visitor. */
final class LesserStories {

    private static final String KPU = "kpu";
    private static final String BAWASLU = "bawaslu";

    private final Office office;
    private final Scenes scenes;

    LesserStories(Office office, Scenes scenes) {
        this.office = office;
        this.scenes = scenes;
    }

    List<Errand> errands() {
        return List.of(missingBallots(), intimidation(), objection(), rumour(), leftToBpbd(), leftToDesk());
    }

    private Story told(String about, double share, Station station, String category, String description) {
        return new Story(office, about)
                .reported(share, scenes.reporter(station), station.tps(), GraveStories.told(category, description));
    }

    private Errand missingBallots() {
        return told(
                        "surat suara kurang",
                        0.18,
                        scenes.withoutBallots(),
                        "LOGISTICS",
                        "Surat suara bupati kurang satu bundel, sudah dihitung ulang sama saksi. Mohon KPU.")
                .triaged(0.20, 2, "KPPS diminta tetap buka dengan yang ada.", KPU)
                .confirmed(0.21, KPU, KPU)
                .finished(0.34, KPU, KPU, "PPS mengantar satu bundel dengan berita acara.")
                .closed(0.35, "Surat suara lengkap, TPS tidak berhenti.")
                .errand();
    }

    private Errand intimidation() {
        return told(
                        "dugaan intimidasi",
                        0.39,
                        scenes.watched(),
                        "VIOLATION",
                        "Ada orang berdiri dekat pintu TPS tanya warga mau coblos siapa, ibu-ibu jadi takut masuk.")
                .triaged(0.42, 1, "Diteruskan ke Bawaslu, desk tidak menilai.", BAWASLU)
                .confirmed(0.45, BAWASLU, BAWASLU)
                .finished(0.62, BAWASLU, BAWASLU, "Diterima pengawas kecamatan, ditangani menurut tata cara Bawaslu.")
                .closed(0.65, "Sudah diteruskan ke Bawaslu; orang itu sudah tidak di TPS.")
                .errand();
    }

    /** KPPS settles it at the TPS; nobody is sent. */
    private Errand objection() {
        return told(
                        "keberatan saksi",
                        0.60,
                        scenes.objected(),
                        "OBJECTION",
                        "Saksi keberatan ada pemilih bawa KTP luar desa, minta dicatat. Sudah dijelaskan KPPS.")
                .triaged(0.63, 1, "Cukup dicatat KPPS dan PTPS.")
                .closed(0.67, "Dicatat KPPS di catatan kejadian khusus, saksi menerima.")
                .errand();
    }

    private Errand rumour() {
        var story = told(
                "kabar bohong",
                0.47,
                scenes.rumour(),
                "SECURITY",
                "Katanya ada rombongan motor mau rusak TPS, menuju ke sini. Dari grup WA.");
        return story.then(0.51, "REJECT_INCIDENT", () -> story.incident()
                        .rejected("KPPS dan Polsek sudah ditelepon: yang lewat rombongan pengantin, TPS aman."))
                .errand();
    }

    private Errand leftToBpbd() {
        return told(
                        "tenda kena angin",
                        0.84,
                        scenes.windy(),
                        "DISASTER",
                        "Angin kencang, tiang tenda TPS miring. Pemilih dipindah ke teras. Perlu tenda cadangan.")
                .triaged(0.87, 3, "BPBD diminta membawa tenda cadangan.", "bpbd")
                .errand();
    }

    private Errand leftToDesk() {
        return told(
                        "pohon tumbang",
                        0.93,
                        scenes.blocked(),
                        "DISASTER",
                        "Pohon besar tumbang nutup jalan ke TPS, kabel ikut turun. Warga mutar lewat sawah.")
                .errand();
    }
}
