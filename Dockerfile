# Built from source, so that the image needs nothing but this folder.
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY pom.xml .
RUN mvn -B dependency:resolve dependency:resolve-plugins
COPY . .
RUN mvn -B -DskipTests package

FROM eclipse-temurin:17-jre
RUN groupadd --system --gid 10001 desk \
 && useradd --system --uid 10001 --gid desk --home-dir /app --shell /usr/sbin/nologin desk \
 && install -d -o desk -g desk /data /public
WORKDIR /app
# The one file, as everywhere else: laid out in layers, Tasklist does not find its plug-ins.
COPY --from=build /build/target/desk-pilkada.jar ./
COPY docker/app/ready ./ready
USER desk
ENV DESK_DATA_DIR=/data
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=12 CMD ["/app/ready"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-jar", "desk-pilkada.jar"]
