export const Close = ({ onClose }: Props) => <Button tone="plain" onClick={onClose} busy />;
