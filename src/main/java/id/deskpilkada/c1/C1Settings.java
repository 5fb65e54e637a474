package id.deskpilkada.c1;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How forms are verified here.
 *
 * @param verificationTarget how long a form may wait for its second person before it opens to the desk
 * @param samplePercent share of forms that are re-keyed whole, 0 to 100
 * @param neighbours number of nearest districts whose verifiers help when a queue is long
 * @param casesPerPart number of cases that one part of the mass start opens
 */
@ConfigurationProperties("desk.c1")
record C1Settings(
        @DefaultValue("60m") Duration verificationTarget,
        @DefaultValue("5") int samplePercent,
        @DefaultValue("3") int neighbours,
        @DefaultValue("200") int casesPerPart) {}
