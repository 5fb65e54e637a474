package id.deskpilkada.tierreport.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.region.Regions;
import id.deskpilkada.tierreport.reading.ReportLine.Place;
import id.deskpilkada.tierreport.seal.SealCheck;
import id.deskpilkada.tierreport.seal.SigningKeys;
import id.deskpilkada.tierreport.seal.Statement;
import id.deskpilkada.tierreport.seal.Verdict;
import id.deskpilkada.tierreport.seal.Verdict.Answer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What anybody may know of seals: whether a report is genuine, and the public keys with which they can find out themselves. */
@RestController
@Tag(name = "tier-reports")
class SealController {

    private final SealCheck check;
    private final SigningKeys keys;
    private final Regions regions;

    SealController(SealCheck check, SigningKeys keys, Regions regions) {
        this.check = check;
        this.keys = keys;
        this.regions = regions;
    }

    /**
     * @param newest code of the version that counts now, where there is one
     * @param digest of the version that the code names
     * @param position of the office that has signed, whose holder is not named to everybody; null where no signature is asked for
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Checked(
            Answer answer,
            @Nullable String code,
            @Nullable String newest,
            @Nullable String level,
            @Nullable Place region,
            @Nullable String slot,
            @Nullable Integer version,
            @Nullable String digest,
            @Nullable String position,
            @Nullable OffsetDateTime sealedAt,
            @Nullable String keyId) {}

    @Operation(summary = "Whether a report is genuine, unaltered and the one that counts; tells none of its figures")
    @GetMapping("/public/tier-reports/{code}")
    Checked check(@PathVariable String code, @RequestParam(required = false) @Nullable String digest) {
        return checked(check.check(code, digest));
    }

    private Checked checked(Verdict verdict) {
        var report = verdict.report();
        var seal = verdict.seal();
        if (report == null || seal == null) {
            return new Checked(verdict.answer(), null, null, null, null, null, null, null, null, null, null);
        }
        Statement said = seal.said();
        return new Checked(
                verdict.answer(),
                report.code(),
                verdict.newest(),
                report.level().name(),
                new Place(said.region(), regions.name(said.region())),
                report.slot(),
                report.version(),
                report.digest(),
                said.position(),
                seal.signedAt().atZone(regions.zone()).toOffsetDateTime(),
                seal.keyId());
    }

    /** @param publicKey SubjectPublicKeyInfo in Base64 @param retiredAt since when it signs nothing any more */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Key(String keyId, byte[] publicKey, OffsetDateTime madeAt, @Nullable OffsetDateTime retiredAt) {}

    record Keys(String algorithm, Place region, List<Key> keys) {}

    @Operation(summary = "The public keys of this installation's seals, the one in use first")
    @GetMapping("/public/seal-keys.json")
    Keys keys() {
        var region = regions.installation();
        return new Keys(
                "Ed25519",
                new Place(region.code(), region.name()),
                keys.all().stream().map(this::shown).toList());
    }

    private Key shown(SigningKeys.PublicHalf key) {
        var retired = key.retiredAt();
        return new Key(key.keyId(), key.publicKey(), local(key.madeAt()), retired == null ? null : local(retired));
    }

    private OffsetDateTime local(Instant at) {
        return at.atZone(regions.zone()).toOffsetDateTime();
    }

    record NewKey(String keyId) {}

    @Operation(summary = "Seal with a new key from now on; what the former one has sealed stays genuine")
    @PostMapping("/api/seal-keys")
    @ResponseStatus(HttpStatus.CREATED)
    NewKey replace(Actor actor) {
        actor.require(Permission.REPLACE_SEAL_KEY, regions.installation().code());
        return new NewKey(keys.replace());
    }
}
