# docker build -t kyodo-lod .   then   docker run --rm -v "$PWD:/data" kyodo-lod validate .
FROM python:3.11.14-slim-bookworm AS build
COPY . /source
ENV PIP_CONSTRAINT=/source/constraints.txt
RUN python -m pip install --quiet --no-cache-dir --prefix=/install /source

FROM python:3.11.14-slim-bookworm
COPY --from=build /install /usr/local
LABEL org.opencontainers.image.title="kyodo-lod" org.opencontainers.image.licenses="Apache-2.0"
RUN useradd --create-home kyodo
USER kyodo
WORKDIR /data
ENTRYPOINT ["kyodo-lod"]
CMD ["--help"]
