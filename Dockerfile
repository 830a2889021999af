# The command in a small image: docker build -t pdca . && docker run --rm pdca --help
FROM swift:6.3-bookworm AS build
RUN apt-get update -q \
 && apt-get install -q -y --no-install-recommends libpq-dev pkg-config \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /pdca
COPY Package.swift ./
COPY Plugins Plugins
COPY Sources Sources
COPY Tests Tests
COPY schema schema
RUN swift build --configuration release --static-swift-stdlib --product pdca \
 && swift build --configuration release --static-swift-stdlib --product pdca-server

FROM debian:bookworm-slim
RUN apt-get update -q \
 && apt-get install -q -y --no-install-recommends libexpat1 libpq5 libxlsxwriter4 libzip4 postgresql-client tzdata \
    ca-certificates weasyprint fonts-ipaexfont-gothic \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --create-home pdca
COPY --from=build /pdca/.build/release/pdca /pdca/.build/release/pdca-server /usr/local/bin/
USER pdca
ENTRYPOINT ["pdca"]
