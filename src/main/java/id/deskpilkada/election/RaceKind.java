package id.deskpilkada.election;

import id.deskpilkada.region.RegionLevel;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The races that are supported; their names are the race codes. Legislative list races (DPR and the DPRD) are not yet among them. */
public enum RaceKind {
    GUBERNUR(Law.PILKADA, "Gubernur dan Wakil Gubernur", 2, RegionLevel.PROVINCE, RegionLevel.REGENCY),
    BUPATI(Law.PILKADA, "Bupati dan Wakil Bupati", 2, RegionLevel.REGENCY),
    WALIKOTA(Law.PILKADA, "Wali Kota dan Wakil Wali Kota", 2, RegionLevel.REGENCY),
    PPWP(Law.PEMILU, "Presiden dan Wakil Presiden", 3, RegionLevel.PROVINCE, RegionLevel.REGENCY),
    DPD(Law.PEMILU, "Dewan Perwakilan Daerah", 3, RegionLevel.PROVINCE, RegionLevel.REGENCY);

    private static final int PAGES_SALINAN = 2;

    private final Law law;
    private final String title;
    private final int pagesPlano;
    private final Set<RegionLevel> levels;

    RaceKind(Law law, String title, int pagesPlano, RegionLevel... levels) {
        this.law = law;
        this.title = title;
        this.pagesPlano = pagesPlano;
        this.levels = Set.of(levels);
    }

    public static Optional<RaceKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(code)).findFirst();
    }

    public Law law() {
        return law;
    }

    /** What the race is called unless set-up names it. */
    public String title() {
        return title;
    }

    /** Pages of the large original unless set-up says otherwise: two for Pilkada, three for PPWP. */
    public int pagesPlano() {
        return pagesPlano;
    }

    public int pagesSalinan() {
        return PAGES_SALINAN;
    }

    /** Whether a race of this kind can be held for a region of this level; a regency may follow its part of a wider race. */
    public boolean heldAt(RegionLevel level) {
        return levels.contains(level);
    }
}
