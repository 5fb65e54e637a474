package id.deskpilkada.readiness.checklist;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param casesPerPart how many TPS one transaction opens when a round begins */
@ConfigurationProperties("desk.readiness")
record ReadinessSettings(@DefaultValue("100") int casesPerPart) {}
