package id.deskpilkada.election;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/** What is voted on in an election, and for which region. */
@Entity
class Race {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String code;
    private String name;
    private String regionCode;
    private int pagesPlano;
    private int pagesSalinan;

    @SuppressWarnings("NullAway.Init")
    protected Race() {}

    @SuppressWarnings("NullAway.Init")
    Race(String code) {
        this.code = code;
    }

    void follow(ElectionDraft.RaceDraft draft) {
        name = draft.name();
        regionCode = draft.regionCode();
        pagesPlano = draft.pagesPlano();
        pagesSalinan = draft.pagesSalinan();
    }

    boolean heldIn(String region) {
        return region.equals(regionCode);
    }

    String code() {
        return code;
    }

    /** Null until it is stored. */
    @Nullable
    Long id() {
        return id;
    }
}
